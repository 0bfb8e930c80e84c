/** Commands that ask the law without a server: when something is due, and what the packs say. */
package org.govshare.standalone.law;
