package org.govshare.standalone.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.govshare.standalone.faults.FaultInjector.Fault;
import org.govshare.standalone.faults.FaultInjector.Kind;
import org.junit.jupiter.api.Test;

class ReplayTest {
    @Test
    void sameSeed_sameCommandsAndFaults() {
        assertEquals(Stories.of("r", 7, 300), Stories.of("r", 7, 300));
        assertEquals(FaultInjector.plan(7), FaultInjector.plan(7));
    }

    @Test
    void otherSeed_otherCommandsAndFaults() {
        assertNotEquals(Stories.of("r", 7, 300), Stories.of("r", 8, 300));
        assertNotEquals(FaultInjector.plan(7), FaultInjector.plan(8));
    }

    @Test
    void everySeed_killsEnoughAndSendsEveryKind() {
        List<Fault> faults = FaultInjector.plan(3);
        assertTrue(
                faults.stream().filter(f -> f.kind() == Kind.KILL_APPLICATION).count() >= 20);
        assertTrue(faults.stream().filter(f -> f.kind() == Kind.KILL_DATABASE).count() >= 3);
        List<Command> commands = Stories.of("r", 3, 600).stream()
                .flatMap(story -> story.commands().stream())
                .toList();
        Set<String> types = commands.stream().map(Command::type).collect(Collectors.toSet());
        assertTrue(types.containsAll(Set.of(
                "org.govshare.request.submitted.v1",
                "org.govshare.request.acted.v1",
                "org.govshare.verification.raised.v1",
                "org.govshare.verification.acted.v1",
                "org.govshare.records.changed.v1")));
        assertTrue(commands.stream().anyMatch(Command::isRefused));
        assertTrue(commands.stream().anyMatch(command -> command.path().isPresent()));
        assertEquals(
                commands.size(), commands.stream().map(Command::key).distinct().count());
    }
}
