// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.image;

import java.nio.file.Path;
import java.util.Optional;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

import io.highlands.local.checkout.YamlText;
import io.highlands.local.control.ControlException;

/**
 * A key of a service in services.yaml, of which a refusal names the place.
 *
 * @param file the file
 * @param service the service's name
 * @param key the key, with those around it: {@code local.command}
 */
record DeclaredKey(Path file, String service, String key) {

    /** {@return whether the file has it} */
    boolean isThere() {
        return tuple().isPresent();
    }

    /** {@return a refusal in one line: file, line and column, key, what was found and what is allowed} */
    ControlException refuse(String found, String allowed) {
        String place = tuple().map(NodeTuple::getKeyNode).flatMap(Node::getStartMark)
                .map(mark -> "%s:%d:%d".formatted(file.getFileName(), mark.getLine() + 1, mark.getColumn() + 1))
                .orElseGet(() -> file.getFileName().toString());
        return new ControlException(
                "%s: services.%s.%s: %s; allowed: %s".formatted(place, service, key, found, allowed));
    }

    private Optional<NodeTuple> tuple() {
        Optional<MappingNode> mapping = YamlText.read(file).root();
        Optional<NodeTuple> found = Optional.empty();
        for (String name : ("services." + service + "." + key).split("\\.")) {
            found = mapping.isEmpty() ? Optional.empty() : YamlText.tuple(mapping, name);
            mapping = found.map(NodeTuple::getValueNode).filter(MappingNode.class::isInstance)
                    .map(MappingNode.class::cast);
        }
        return found;
    }
}
