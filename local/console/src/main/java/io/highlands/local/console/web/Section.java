// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.console.web;

import java.util.Optional;

/** A part of the console: its pages, and its place in the navigation. */
public interface Section {

    /**
     * A place in the navigation.
     *
     * @param label what it says
     * @param path where it leads, and how the paths of the section begin
     */
    record Tab(String label, String path) {}

    /**
     * Its place in the navigation; the order is that in which the console is given its sections.
     *
     * @return the tab, or nothing for a section that others link to
     */
    Optional<Tab> tab();

    /**
     * Registers its pages.
     *
     * @param routes where
     */
    void register(Routes routes);
}
