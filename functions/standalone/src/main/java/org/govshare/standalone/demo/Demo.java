package org.govshare.standalone.demo;

import io.quarkus.runtime.ApplicationLifecycleManager;
import java.io.PrintStream;
import java.util.Locale;
import org.govshare.demo.Chapter;
import org.govshare.demo.Place;
import org.govshare.demo.Rows;
import org.govshare.demo.Stage;
import org.govshare.demo.Unmet;

/** Plays the functions' chapters and gives the verdict. */
public final class Demo {
    private final Stage stage;

    public Demo(Place place, PrintStream out) {
        stage = new Stage(place, out);
    }

    /** Returns the exit status: 0 only if everything held. */
    public int play() {
        long start = System.nanoTime();
        try (stage) {
            opening();
            int number = 0;
            for (Chapter chapter : Chapter.all()) {
                if (chapter.title().isPresent()) {
                    stage.page().chapter(++number + "  " + chapter.title().get());
                }
                chapter.play(stage);
            }
            stage.page()
                    .chapter(String.format(
                            Locale.ROOT,
                            "All %d expectations held, in %.0f s.",
                            stage.expect().held(),
                            Rows.seconds(start)));
            return 0;
        } catch (Unmet e) {
            if (!ApplicationLifecycleManager.isVmShuttingDown()) {
                stage.page().chapter("NOT AS EXPECTED: " + e.getMessage());
            }
            return 1;
        } catch (RuntimeException e) {
            // Ctrl-C takes the functions away from under the story.
            if (ApplicationLifecycleManager.isVmShuttingDown()) {
                return 1;
            }
            throw e;
        }
    }

    private void opening() {
        stage.page().chapter("Govshare demo: a request since 2025-08-01, under the national Decree and the local text");
        stage.page()
                .text(
                        "The law: State Council Decree 809 政务数据共享条例 (decree-809-2025), in force since 2025-08-01, together with"
                                + " Hebei's measures of 2022 河北省政务数据共享应用管理办法 (hebei-2022). Verification 校核 and back-flow 回流 go by"
                                + " Hebei's text alone: those parts of the Decree are not in the pack yet.");
        stage.page()
                .text("Functions at " + stage.place().address()
                        + ", PostgreSQL and receivers on ports of their own. Agencies' codes are made up; the 54,145 rows, the law and"
                        + " the calendar are real. Laws cited by parties are examples. The law's clock 法定时钟 (Asia/Shanghai) is moved,"
                        + " and nothing is waited for.");
    }
}
