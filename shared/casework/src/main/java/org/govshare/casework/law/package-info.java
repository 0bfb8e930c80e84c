/** The law that this process holds, and which packs rule what, where and when. */
package org.govshare.casework.law;
