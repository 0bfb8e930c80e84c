/** Cases as their readers see them, one by one and in lists. */
package org.govshare.casework.view;
