import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs the test classes that it is given, and prints the names of the test methods that failed. */
final class RunTests {
    public static void main(String[] classes) {
        PrintStream out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        SummaryGeneratingListener seen = new SummaryGeneratingListener();
        var request = LauncherDiscoveryRequestBuilder.request().selectors(
                Stream.of(classes).map(name -> selectClass(name)).toList());
        LauncherFactory.create().execute(request.build(), seen);
        if (seen.getSummary().getTestsFoundCount() == 0) {
            throw new IllegalStateException("no test was found");
        }
        Set<String> failed = new TreeSet<>();
        seen.getSummary().getFailures().forEach(failure -> {
            failure.getException().printStackTrace();
            failed.add(name(failure.getTestIdentifier()));
        });
        out.print(String.join(" ", failed));
    }

    /** As {@code Class.method}; of a class that could not be prepared, the class alone. */
    private static String name(TestIdentifier test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> (MethodSource) source)
                .map(source -> source.getClassName().replaceAll(".*\\.", "") + "." + source.getMethodName())
                .orElse(test.getDisplayName());
    }
}
