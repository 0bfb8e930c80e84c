/** 目录: the catalogue's entries, for everyone who may ask for data. */
package org.govshare.catalog;
