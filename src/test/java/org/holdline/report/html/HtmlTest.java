package org.holdline.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringReader;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** Whatever a text or an attribute holds, the file stays well-formed and says the same. */
class HtmlTest {
    private static String parsed(String text) throws Exception {
        String whole = new Html().open("p", "title", text).text(text).close().whole();
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(whole.replace("<!DOCTYPE html>\n", ""))))
                .getDocumentElement()
                .getTextContent();
    }

    @Test
    void shouldKeepATextWhenItHoldsMarkup() throws Exception {
        String evil = "</p><script>alert('1')</script> & \"x\" ]]> <!-- \u00E4 \uD83D\uDE00";
        assertEquals(evil, parsed(evil));
    }

    @Test
    void shouldReplaceWhatNoDocumentMayHold() throws Exception {
        assertEquals("a\uFFFDb\uFFFDc\uFFFDd\uFFFD", parsed("a\u0000b\u001Bc\uD83Dd\uFFFF"));
    }

    @Test
    void shouldStayWellFormedWhenTextsAreRandom() throws Exception {
        long seed = 20_260_504;
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(20, 0, 0x10000).forEach(c -> text.append((char) c));
            parsed(text.toString());
        }
    }

    @Test
    void shouldRefuseAFileWhenSomethingIsStillOpen() {
        assertThrows(IllegalStateException.class, () -> new Html().open("p").whole());
    }

    @Test
    void shouldRefuseAStyleSheetWhenItHoldsMarkup() {
        assertThrows(IllegalArgumentException.class, () -> new Html().style("</style><script>"));
    }
}
