/** 目录: the catalogue's entries, for everybody who may request data. */
package org.govshare.catalog;
