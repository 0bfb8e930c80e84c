/** Signed webhooks to other organisations: endpoints, their handshake, and deliveries. */
package org.govshare.delivery;
