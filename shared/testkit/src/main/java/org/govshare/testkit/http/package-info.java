/** The API as tests call it. */
package org.govshare.testkit.http;
