// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.service;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

import io.highlands.local.checkout.Environments;
import io.highlands.local.checkout.YamlText;
import io.highlands.local.control.ControlException;

/** The services that services.yaml declares. platform-infra reads the file too, and strictly. */
final class ServicesFile {

    static final String SECTION = "services";

    private static final String PORT = "port";
    private static final String TIMEOUT = "timeout";
    private static final String PUBLIC = "public";
    private static final String CALLS = "calls";
    private static final String DEADLINE = "deadline";

    private final YamlText yaml;
    private final Path environments;

    private ServicesFile(YamlText yaml, Path environments) {
        this.yaml = yaml;
        this.environments = environments;
    }

    /**
     * The declaration as it is written, with its place in the file.
     *
     * @param file services.yaml
     * @param environments the folder of the environments' files, which may lengthen a timeout
     * @throws ControlException with the line at fault when it cannot be read
     */
    static ServicesFile read(Path file, Path environments) {
        return new ServicesFile(YamlText.read(file), environments);
    }

    YamlText yaml() {
        return yaml;
    }

    /**
     * {@return the declared services in their order}
     *
     * @throws ControlException with the line of a port or a timeout that is none
     */
    List<DeclaredService> services() {
        Optional<MappingNode> section = YamlText.tuple(yaml.root(), SECTION).map(NodeTuple::getValueNode)
                .filter(MappingNode.class::isInstance).map(MappingNode.class::cast);
        if (section.isEmpty()) {
            throw new ControlException(
                    yaml.name() + ": " + SECTION + ": found no services; allowed: a mapping of them");
        }
        List<YamlText> settings = Environments.declared(environments).stream()
                .map(name -> YamlText.read(environments.resolve(name + ".yaml"))).toList();
        return section.get().getValue().stream().map(tuple -> service(tuple, settings)).toList();
    }

    private DeclaredService service(NodeTuple tuple, List<YamlText> settings) {
        String name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
        if (!(tuple.getValueNode() instanceof MappingNode mapping)) {
            throw refuse(tuple.getKeyNode(), name, "no mapping", "port, timeout and more");
        }
        Node port = value(mapping, name, PORT, tuple.getKeyNode());
        Node timeout = value(mapping, name, TIMEOUT, tuple.getKeyNode());
        Map<?, ?> content = map(map(yaml.content().get(SECTION)).get(name));
        Map<String, Map<?, ?>> paths = new LinkedHashMap<>();
        map(content.get(PUBLIC)).forEach((path, how) -> paths.put(path.toString(), map(map(how).get(CALLS))));
        List<String> routes = content.get("routes") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
        return new DeclaredService(name, port(name, port), longest(name, timeout(name, timeout), settings), routes,
                paths);
    }

    private Node value(MappingNode mapping, String name, String key, Node place) {
        return YamlText.tuple(Optional.of(mapping), key).map(NodeTuple::getValueNode)
                .orElseThrow(() -> refuse(place, name, "no " + key, "one"));
    }

    private int port(String name, Node node) {
        String text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (!text.matches("[0-9]{1,5}")) {
            throw refuse(node, name + "." + PORT, "'" + text + "'", "1 to 65535");
        }
        return Integer.parseInt(text);
    }

    private Duration timeout(String name, Node node) {
        String text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        return ServiceRequest.duration(text)
                .orElseThrow(() -> refuse(node, name + "." + TIMEOUT, "'" + text + "'", "a duration such as 10s"));
    }

    /** The rule of timeouts has to hold in each environment, and an environment may lengthen one. */
    private static Duration longest(String name, Duration declared, List<YamlText> settings) {
        return settings.stream().map(each -> map(map(each.content().get(SECTION)).get(name)).get(DEADLINE))
                .flatMap(text -> Stream.ofNullable(text).map(String::valueOf).map(ServiceRequest::duration)
                        .flatMap(Optional::stream))
                .reduce(declared, (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    private ControlException refuse(Node node, String place, String found, String allowed) {
        return new ControlException("%s:%d: %s.%s: found %s; allowed: %s".formatted(yaml.name(),
                node.getStartMark().orElseThrow().getLine() + 1, SECTION, place, found, allowed));
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
