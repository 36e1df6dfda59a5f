// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.rehearsal.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** The ways to put every service in another one's place, or its own. */
final class ServiceMapping {

    private ServiceMapping() {
    }

    /**
     * Finds the arrangement in which most of what matters is there.
     *
     * @param services all services
     * @param recorded the services of the recorded instance
     * @param wanted the services of another instance, as many
     * @param worth how much of what matters is there in an arrangement
     * @return each service's place: recorded ones stand in the place of wanted ones, and of equally good mappings it is
     * the one that moves fewest
     */
    static Map<String, String> best(List<String> services, List<String> recorded, List<String> wanted,
            ToIntFunction<Map<String, String>> worth) {
        Map<String, String> fixed = new HashMap<>();
        for (int i = 0; i < recorded.size(); i++) {
            fixed.put(recorded.get(i), wanted.get(i));
        }
        List<Map<String, String>> all = new ArrayList<>();
        extend(services, fixed, all);
        return all.stream().max(Comparator.comparingInt(worth).thenComparingInt(ServiceMapping::kept)).orElseThrow();
    }

    private static int kept(Map<String, String> places) {
        return (int) places.entrySet().stream().filter(place -> place.getKey().equals(place.getValue())).count();
    }

    private static void extend(List<String> services, Map<String, String> places, List<Map<String, String>> all) {
        String next = services.stream().filter(service -> !places.containsKey(service)).findFirst().orElse(null);
        if (next == null) {
            all.add(Map.copyOf(places));
            return;
        }
        for (String place : services) {
            if (!places.containsValue(place)) {
                Map<String, String> more = new HashMap<>(places);
                more.put(next, place);
                extend(services, more, all);
            }
        }
    }
}
