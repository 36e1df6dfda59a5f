// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.drill;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a trainee has found out of one fault, and when. */
final class Findings {

    final HiddenFault fault;
    Optional<Instant> where = Optional.empty();
    Optional<Instant> kind = Optional.empty();
    Optional<Instant> mitigation = Optional.empty();
    Optional<Instant> ended = Optional.empty();

    Findings(HiddenFault fault) {
        this.fault = fault;
    }

    /** How much of an answer is right of this fault: the place counts more than the kind, and that more than the mitigation. */
    int fit(Answer answer) {
        return (isWhere(answer) ? 4 : 0) + (isKind(answer) ? 2 : 0) + (isMitigation(answer) ? 1 : 0);
    }

    /**
     * Takes an answer.
     *
     * @return right or wrong, part by part
     */
    List<Part> take(Answer answer, Instant at) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("where", isWhere(answer)));
        answer.kind().ifPresent(said -> parts.add(new Part("kind", isKind(answer))));
        answer.mitigation().ifPresent(said -> parts.add(new Part("mitigation", isMitigation(answer))));
        for (Part part : parts) {
            if (part.right()) {
                switch (part.name()) {
                    case "where" -> where = where.or(() -> Optional.of(at));
                    case "kind" -> kind = kind.or(() -> Optional.of(at));
                    default -> mitigation = mitigation.or(() -> Optional.of(at));
                }
            }
        }
        return parts;
    }

    /** {@return whether place, kind and mitigation are found} */
    boolean complete() {
        return where.isPresent() && kind.isPresent() && mitigation.isPresent();
    }

    /** {@return when place and kind were both found} */
    Optional<Instant> diagnosed() {
        return where.isPresent() && kind.isPresent()
                ? Optional.of(where.get().isAfter(kind.get()) ? where.get() : kind.get())
                : Optional.empty();
    }

    private boolean isWhere(Answer answer) {
        return answer.where().equals(fault.where());
    }

    private boolean isKind(Answer answer) {
        return answer.kind().filter(fault.kind()::equals).isPresent();
    }

    private boolean isMitigation(Answer answer) {
        return answer.mitigation().filter(fault.mitigation()::contains).isPresent();
    }

    /**
     * A part of an answer.
     *
     * @param name where, kind or mitigation
     * @param right whether it is right
     */
    record Part(String name, boolean right) {

        String words() {
            return name + ": " + (right ? "right" : "wrong");
        }
    }
}
