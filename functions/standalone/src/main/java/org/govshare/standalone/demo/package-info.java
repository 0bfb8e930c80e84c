/** The demo: a story of requests, deadlines, back-flow and a repair, in which every claim is checked. */
package org.govshare.standalone.demo;
