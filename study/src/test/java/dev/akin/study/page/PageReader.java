package dev.akin.study.page;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** A page taken apart by the JDK's XML parser. */
public record PageReader(Document document) {
  public static PageReader of(String html) throws Exception {
    var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    return new PageReader(builder.parse(new InputSource(new StringReader(html))));
  }

  public List<Element> all(String tag) {
    var found = document.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  public List<Element> all(String tag, String style) {
    return all(tag).stream().filter(e -> e.getAttribute("class").equals(style)).toList();
  }

  public List<String> texts(String tag) {
    return all(tag).stream().map(Element::getTextContent).toList();
  }

  static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }
}
