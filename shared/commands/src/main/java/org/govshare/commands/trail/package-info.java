/** The trail (留痕): entries chained by hashes, with keyed hashes instead of people. */
package org.govshare.commands.trail;
