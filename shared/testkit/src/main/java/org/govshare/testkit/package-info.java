/** What the tests of all modules share: databases, tokens, a broker and a webhook receiver. */
package org.govshare.testkit;
