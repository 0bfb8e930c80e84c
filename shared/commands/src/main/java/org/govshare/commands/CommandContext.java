package org.govshare.commands;

import java.time.Instant;
import org.govshare.platform.event.CommandEvent;
import org.govshare.platform.identity.Caller;

/** One authenticated command: its sender, its content, and the law's moment at which it arrived. */
public record CommandContext(Caller caller, CommandEvent event, Instant lawNow) {}
