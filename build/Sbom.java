// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Joins the SBOMs that the CycloneDX plugin wrote of each module to one of the build, and makes one of each service's image:
 * the jars that it really holds, the agents and the base image, in CycloneDX JSON. Checks every licence and version. Run by {@code build/sbom}.
 */
final class Sbom {

    private static final String NAMESPACE = "http://cyclonedx.org/schema/bom/1.6";
    private static final Pattern BASE = Pattern.compile("^ARG JRE_IMAGE=docker\\.io/library/([^:]+):([^@]+)@sha256:([0-9a-f]{64})$",
            Pattern.MULTILINE);

    private final Path root;
    /** Components of all modules by group:artifact:version. */
    private final Map<String, Element> components = new TreeMap<>();
    private final Set<String> allowed = new TreeSet<>();
    private final Map<String, String> named = new TreeMap<>();
    private final List<String> complaints = new ArrayList<>();

    private Sbom(Path root) {
        this.root = root;
    }

    public static void main(String[] args) throws Exception {
        Sbom sbom = new Sbom(Path.of(args[0]));
        sbom.run();
        sbom.complaints.forEach(System.err::println);
        System.exit(sbom.complaints.isEmpty() ? 0 : 1);
    }

    private void run() throws Exception {
        readAllowed();
        List<Path> modules = modules();
        for (Path module : modules) {
            readComponents(module);
        }
        Set<String> used = new TreeSet<>();
        List<Path> images = images();
        Map<String, Element> agents = images.isEmpty() ? Map.of() : agents(images.getFirst().resolve("app/agents"));
        Stream.concat(components.entrySet().stream(), agents.entrySet().stream())
                .forEach(component -> checkLicence(component.getKey(), component.getValue(), used));
        named.keySet().stream().filter(name -> !used.contains(name))
                .forEach(name -> complaints.add("build/licences: '" + name + "' names no component of the build; remove it"));
        Set<String> all = new TreeSet<>(components.keySet());
        all.addAll(agents.keySet());
        complaints.addAll(Vulnerable.complaints(root.resolve("build/vulnerable-dependencies.txt"), all));
        Path folder = Files.createDirectories(root.resolve("target/sbom"));
        SbomJson.write(folder.resolve("build.cdx.json"), "highlands", components.values());
        for (Path image : images) {
            String service = image.getParent().getParent().getFileName().toString();
            List<Element> more = new ArrayList<>(agents.values());
            more.add(base());
            more.addAll(0, jars(service, image.resolve("app/lib")));
            SbomJson.write(folder.resolve(service + ".cdx.json"), service, more);
        }
        System.out.printf("%d components in %d modules, %d images; licences and vulnerable versions checked%n", components.size() + agents.size(),
                modules.size(), images.size());
    }

    private void readAllowed() throws IOException {
        for (String line : Files.readAllLines(root.resolve("build/licences"))) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] words = line.split(" ", 2);
            if (words[0].contains(":")) {
                named.put(words[0], words[1]);
            } else {
                allowed.add(line);
            }
        }
    }

    private List<Path> modules() throws IOException {
        try (Stream<Path> files = Files.walk(root, 4)) {
            return files.filter(file -> file.endsWith("target/bom.xml")).sorted().toList();
        }
    }

    private List<Path> images() throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve("services"), 3)) {
            return files.filter(file -> Files.exists(file.resolve("image.json")) && file.endsWith("target/image")).sorted()
                    .toList();
        }
    }

    private void readComponents(Path bom) throws Exception {
        Document document = parser().parse(bom.toFile());
        for (Element component : children(child(document.getDocumentElement(), "components"), "component")) {
            String name = text(component, "group") + ":" + text(component, "name") + ":" + text(component, "version");
            if (!name.startsWith("io.highlands:")) {
                components.putIfAbsent(name, component);
            }
        }
    }

    private void checkLicence(String name, Element component, Set<String> used) {
        String artifact = name.substring(0, name.lastIndexOf(':'));
        Set<String> found = new TreeSet<>();
        Element licences = child(component, "licenses");
        for (Element licence : children(licences, "license")) {
            found.add(text(licence, "id").isEmpty() ? text(licence, "name") : text(licence, "id"));
        }
        children(licences, "expression").forEach(expression -> found.add(expression.getTextContent().strip()));
        if (named.containsKey(artifact)) {
            used.add(artifact);
        }
        if (found.stream().noneMatch(allowed::contains) && !allowed.contains(named.getOrDefault(artifact, ""))) {
            complaints.add("%s: licence '%s'; allowed: those in build/licences, which may also name this component's"
                    .formatted(name, String.join(", ", found)));
        }
    }

    private List<Element> jars(String service, Path lib) throws IOException {
        List<Element> result = new ArrayList<>();
        try (Stream<Path> files = Files.list(lib)) {
            for (String jar : files.map(file -> file.getFileName().toString()).sorted().toList()) {
                List<Element> found = components.entrySet().stream()
                        .filter(entry -> jar.equals(entry.getKey().replaceFirst("^[^:]*:", "").replace(':', '-') + ".jar"))
                        .map(Map.Entry::getValue).toList();
                if (found.isEmpty() && !jar.matches("(service-starter|telemetry|dashboards).*\\.jar")) {
                    complaints.add(service + ": lib/" + jar + " is in the image and in no module's SBOM");
                }
                result.addAll(found);
            }
        }
        return result;
    }

    private Map<String, Element> agents(Path folder) throws Exception {
        Map<String, Element> agents = new TreeMap<>();
        String pom = Files.readString(root.resolve("pom.xml"));
        for (String[] agent : new String[][]{{"com.datadoghq", "dd-java-agent"},
                {"io.opentelemetry.javaagent", "opentelemetry-javaagent"}}) {
            Matcher version = Pattern.compile("<" + agent[1] + ".version>(.*)</").matcher(pom);
            if (!version.find()) {
                throw new IllegalStateException("pom.xml: no " + agent[1] + ".version");
            }
            String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(Files.readAllBytes(folder.resolve(agent[1] + ".jar"))));
            agents.put(agent[0] + ":" + agent[1] + ":" + version.group(1), component("library", agent[0], agent[1],
                    version.group(1), hash, named.get(agent[0] + ":" + agent[1]),
                    "pkg:maven/" + agent[0] + "/" + agent[1] + "@" + version.group(1)));
        }
        return agents;
    }

    private Element base() throws Exception {
        Matcher base = BASE.matcher(Files.readString(root.resolve("services/Dockerfile")));
        if (!base.find()) {
            throw new IllegalStateException("services/Dockerfile: JRE_IMAGE names no digest");
        }
        return component("container", "", base.group(1), base.group(2), base.group(3), null,
                "pkg:docker/" + base.group(1) + "@" + base.group(2));
    }

    private static Element component(String type, String group, String name, String version, String sha256, String licence,
            String purl) throws Exception {
        Document document = parser().newDocument();
        Element component = element(document, null, "component", null);
        component.setAttribute("type", type);
        component.setAttribute("bom-ref", purl);
        if (!group.isEmpty()) {
            element(document, component, "group", group);
        }
        element(document, component, "name", name);
        element(document, component, "version", version);
        element(document, element(document, component, "hashes", null), "hash", sha256).setAttribute("alg", "SHA-256");
        if (licence != null) {
            element(document, element(document, element(document, component, "licenses", null), "license", null), "id", licence);
        }
        element(document, component, "purl", purl);
        return component;
    }

    private static Element element(Document document, Element parent, String name, String text) {
        Element element = document.createElementNS(NAMESPACE, name);
        if (text != null) {
            element.setTextContent(text);
        }
        if (parent != null) {
            parent.appendChild(element);
        }
        return element;
    }

    private static javax.xml.parsers.DocumentBuilder parser() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setIgnoringElementContentWhitespace(true);
        return factory.newDocumentBuilder();
    }

    static Element child(Element parent, String name) {
        return children(parent, name).stream().findFirst().orElse(null);
    }

    static List<Element> children(Element parent, String name) {
        if (parent == null) {
            return List.of();
        }
        return IntStream.range(0, parent.getChildNodes().getLength()).mapToObj(parent.getChildNodes()::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE && name.equals(node.getLocalName()))
                .map(Element.class::cast).toList();
    }

    static String text(Element parent, String name) {
        Element child = child(parent, name);
        return child == null ? "" : child.getTextContent().strip();
    }
}
