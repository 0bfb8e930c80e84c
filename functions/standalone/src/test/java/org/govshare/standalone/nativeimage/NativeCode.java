package org.govshare.standalone.nativeimage;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;

/** Our classes that a function's native executable is made of; the command line and the demo run on a JVM. */
public final class NativeCode {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.govshare");

    private NativeCode() {}

    /** All of ours, tests apart. */
    public static JavaClasses ours() {
        return OURS;
    }

    static Stream<JavaClass> classes() {
        return OURS.stream().filter(NativeCode::runs);
    }

    public static boolean runs(JavaClass type) {
        return Stream.of(
                                "org.govshare.standalone",
                                "org.govshare.demo",
                                "org.govshare.database",
                                "org.govshare.testkit",
                                "org.govshare.benchmarks")
                        .noneMatch(type.getPackageName()::startsWith)
                && !type.getPackageName().endsWith(".demo");
    }
}
