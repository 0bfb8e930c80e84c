package org.govshare.toy.demo;

import java.util.Optional;
import org.govshare.demo.Chapter;
import org.govshare.demo.Stage;

/** An agency looks for toys, and finds none. */
public final class PlayedToy implements Chapter {
    @Override
    public int order() {
        return 80;
    }

    @Override
    public Optional<String> title() {
        return Optional.of("A toy 玩具");
    }

    @Override
    public void play(Stage stage) {
        var answer = stage.client().get(stage.books().agency("河北省公安厅"), "/toys");
        stage.expect().equal("status of the list of toys", 200, answer.status());
        stage.expect().equal("toys", 0, answer.body().path("items").size());
        stage.page().text("There are no toys.");
    }
}
