package org.govshare.regulation.pack;

import org.govshare.regulation.procedure.ProcedureRef;

/** A procedure as all packs in force together shape it. */
public record EffectiveProcedure(ProcedureRef ref, Text title) {}
