package org.govshare.toy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ToyResourceTest {
    @Test
    void list_isEmpty() {
        assertEquals(List.of(), new ToyResource().list().items());
    }
}
