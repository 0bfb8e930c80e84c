/** Says in Chinese and English why something is due when it is, and what a pack contains. */
package org.govshare.regulation.explanation;
