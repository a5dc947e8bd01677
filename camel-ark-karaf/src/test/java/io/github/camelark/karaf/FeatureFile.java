// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.karaf;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A features file of Karaf: which artifacts are in it, by the name of their feature. */
final class FeatureFile {

  private static final Pattern ARTIFACT = Pattern.compile("mvn:[^/]+/([^/]+)/");

  private final Document document;

  FeatureFile(Path file) throws Exception {
    document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
  }

  Map<String, Set<String>> artifacts() {
    Map<String, Set<String>> artifacts = new TreeMap<>();
    NodeList features = document.getDocumentElement().getChildNodes();
    IntStream.range(0, features.getLength())
        .mapToObj(features::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .filter(element -> element.getTagName().equals("feature"))
        .forEach(
            feature ->
                artifacts
                    .computeIfAbsent(feature.getAttribute("name"), name -> new TreeSet<>())
                    .addAll(artifactsOf(feature)));
    return artifacts;
  }

  private static Set<String> artifactsOf(Element feature) {
    NodeList bundles = feature.getElementsByTagName("bundle");
    return IntStream.range(0, bundles.getLength())
        .mapToObj(index -> bundles.item(index).getTextContent())
        .flatMap(url -> ARTIFACT.matcher(url).results())
        .map(match -> match.group(1))
        .collect(Collectors.toSet());
  }
}
