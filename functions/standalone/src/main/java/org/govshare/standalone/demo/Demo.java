package org.govshare.standalone.demo;

import io.quarkus.runtime.ApplicationLifecycleManager;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.govshare.standalone.demo.Books.City;

/** Plays the story and gives its verdict. */
public final class Demo {
    private final Stage stage;

    public Demo(Place place, PrintStream out) {
        stage = new Stage(
                place,
                new Client(place.address(), place.tokens()),
                new LawClock(place.ownerUrl()),
                new Books(place.ownerUrl()),
                new Page(out),
                new Expect());
    }

    /** Returns the exit status: 0 only if everything held. */
    public int play() {
        long start = System.nanoTime();
        List<CityPlatform> platforms = new ArrayList<>();
        try {
            opening();
            new LateReply(stage).play();
            new DisputedRefusal(stage).play();
            for (City city : stage.books().cities()) {
                platforms.add(new CityPlatform(city, new Receiver()));
            }
            new Backflow(stage, platforms).play();
            new Repair(stage, platforms.get(0)).play();
            new Reckoning(stage, platforms).play();
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
        } finally {
            platforms.forEach(platform -> platform.receiver().close());
        }
    }

    private void opening() {
        stage.page().chapter("Govshare demo: Hebei's measures of 2022 河北省政务数据共享应用管理办法");
        stage.page()
                .text("Functions at " + stage.place().address()
                        + ", PostgreSQL and receivers on ports of their own. Agencies' codes are made up; the 54,145 rows, the law and"
                        + " the calendar are real. Laws cited by parties are examples. The law's clock 法定时钟 (Asia/Shanghai) is moved,"
                        + " and nothing is waited for.");
    }
}
