/** The chapter of the demo that shows the toy. */
package org.govshare.toy.demo;
