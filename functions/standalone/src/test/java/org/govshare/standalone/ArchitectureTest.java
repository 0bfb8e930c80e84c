package org.govshare.standalone;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.govshare.regulation.pack.Law;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String[] FUNCTIONS = {
        "org.govshare.request..", "org.govshare.escalation..", "org.govshare.verification..", "org.govshare.backflow.."
    };
    private static final Set<String> CLOCK_MAKERS = Set.of("systemUTC", "systemDefaultZone", "system");

    private static JavaClasses ours;

    @BeforeAll
    static void read() {
        ours = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.govshare");
    }

    @Test
    void regulation_knowsJavaAndYamlOnly() {
        classes()
                .that()
                .resideInAPackage("org.govshare.regulation..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("org.govshare.regulation..", "java..", "org.snakeyaml.engine.."))
                .check(ours);
    }

    @Test
    void functions_neverUseEachOther() {
        slices().matching("org.govshare.(request|escalation|verification|backflow)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true)
                .check(ours);
    }

    @Test
    void modules_dependOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("functions")
                .definedBy(FUNCTIONS)
                .layer("delivery")
                .definedBy("org.govshare.delivery..")
                .layer("records")
                .definedBy("org.govshare.records..")
                .layer("casework")
                .definedBy("org.govshare.casework..")
                .layer("registry")
                .definedBy("org.govshare.registry..")
                .layer("platform")
                .definedBy("org.govshare.platform..")
                .layer("regulation")
                .definedBy("org.govshare.regulation..")
                .layer("database")
                .definedBy("org.govshare.database..")
                .layer("standalone")
                .definedBy("org.govshare.standalone..")
                .whereLayer("standalone")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("functions")
                .mayOnlyBeAccessedByLayers("standalone")
                .whereLayer("database")
                .mayOnlyBeAccessedByLayers("standalone")
                .whereLayer("delivery")
                .mayOnlyBeAccessedByLayers("functions", "standalone")
                .whereLayer("records")
                .mayOnlyBeAccessedByLayers("delivery", "functions", "standalone")
                .whereLayer("casework")
                .mayOnlyBeAccessedByLayers("records", "delivery", "functions", "standalone")
                .whereLayer("registry")
                .mayOnlyBeAccessedByLayers("casework", "records", "delivery", "functions", "standalone")
                .whereLayer("platform")
                .mayOnlyBeAccessedByLayers("registry", "casework", "records", "delivery", "functions", "standalone")
                .check(ours);
    }

    @Test
    void time_comesFromAClock() {
        noClasses().should().callMethodWhere(readsTheWallClock()).check(ours);
    }

    @Test
    void clocks_areMadeInOnePlace() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.govshare.platform.time.TimeSources")
                .and()
                .resideOutsideOfPackage("org.govshare.testkit..")
                .should()
                .callMethodWhere(makesAClock())
                .check(ours);
    }

    @Test
    void zone_isNeverTheMachines() {
        noClasses()
                .should()
                .callMethod(java.time.ZoneId.class, "systemDefault")
                .orShould()
                .callMethod(java.util.TimeZone.class, "getDefault")
                .check(ours);
    }

    @Test
    void database_isRunByTheCommandLineOnly() {
        noClasses()
                .that(resideInAnyPackage(FUNCTIONS))
                .should()
                .dependOnClassesThat(resideInAPackage("org.flywaydb.."))
                .allowEmptyShould(true)
                .check(ours);
    }

    /** The law is data: the stories of the demo alone play in a place of their own. */
    @Test
    void code_namesNoPack() throws IOException {
        List<String> ids = Law.builtIn().packs().stream().map(pack -> pack.id()).toList();
        for (JavaClass type : ours) {
            if (!type.getPackageName().startsWith("org.govshare.standalone.demo")) {
                try (InputStream compiled =
                        type.getSource().orElseThrow().getUri().toURL().openStream()) {
                    String constants = new String(compiled.readAllBytes(), StandardCharsets.ISO_8859_1);
                    ids.forEach(id -> assertFalse(constants.contains(id), () -> type.getName() + " names " + id));
                }
            }
        }
    }

    /** {@code now()} of java.time without a clock, and the system's milliseconds. */
    private static DescribedPredicate<JavaCall<?>> readsTheWallClock() {
        return DescribedPredicate.describe("reads the time without a Clock", call -> {
            String owner = call.getTargetOwner().getName();
            String method = call.getName();
            boolean now = owner.startsWith("java.time.")
                    && method.equals("now")
                    && call.getTarget().getRawParameterTypes().stream()
                            .noneMatch(type -> type.isEquivalentTo(Clock.class));
            boolean date = owner.equals("java.util.Date")
                    && method.equals("<init>")
                    && call.getTarget().getRawParameterTypes().isEmpty();
            return now || date || owner.equals("java.lang.System") && method.equals("currentTimeMillis");
        });
    }

    private static DescribedPredicate<JavaCall<?>> makesAClock() {
        return DescribedPredicate.describe(
                "makes a clock",
                call -> call.getTargetOwner().isEquivalentTo(Clock.class) && CLOCK_MAKERS.contains(call.getName()));
    }
}
