package org.govshare.commands;

import java.time.Instant;
import org.govshare.platform.event.CommandEvent;
import org.govshare.platform.identity.Caller;

/** One authenticated command on its way: who sent it, what it says, and the law's moment at which it arrived. */
public record CommandContext(Caller caller, CommandEvent event, Instant lawNow) {}
