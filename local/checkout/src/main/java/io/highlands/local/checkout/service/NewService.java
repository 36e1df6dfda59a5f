// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.service;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

import io.highlands.local.checkout.Checkout;
import io.highlands.local.control.ControlException;

/** Adds a service to the checkout or the project: its entry in services.yaml, its module, and the module's name in the poms. */
public final class NewService {

    private final Checkout checkout;
    private final Path declaration;
    private final Modules modules;

    /**
     * Takes a checkout, or the project that an installed command works in.
     *
     * @param checkout the checkout
     * @throws ControlException where an installed command finds no project
     */
    public NewService(Checkout checkout) {
        this.checkout = checkout;
        this.declaration = checkout.services();
        this.modules = Modules.of(checkout);
    }

    /**
     * What was added.
     *
     * @param folder the module's folder
     * @param files how many files it has
     * @param edited the files that were changed
     * @param port the alias port in the mesh
     * @param timeout the per-request timeout in the mesh
     * @param calls service and path of each call, such as {@code service-c /time}
     */
    public record Added(Path folder, int files, List<Path> edited, int port, Duration timeout, List<String> calls) {

        public Added {
            edited = List.copyOf(edited);
            calls = List.copyOf(calls);
        }
    }

    /**
     * Adds the service, or changes nothing.
     *
     * @param request the service
     * @return what was added
     * @throws ControlException when the service does not fit to those declared, or a file cannot be read or written; then
     *             all is as before
     */
    public Added add(ServiceRequest request) {
        ServicesFile file = ServicesFile.read(declaration, checkout.environments());
        List<DeclaredService> declared = file.services();
        ServicePlan plan = ServicePlan.of(request, declared);
        modules.refuseTaken(plan.name());
        SequencedMap<String, String> files = ServiceFiles.of(plan, modules.style());
        Path folder = modules.folder().resolve(plan.name());
        FileChanges changes = new FileChanges(folder);
        files.forEach(changes::create);
        // A further module changes no other: with their times kept, the next build is of the new service alone
        SequencedMap<Path, String> poms = modules.with(plan.name(),
                declared.stream().map(DeclaredService::name).toList());
        poms.forEach(changes::replaceUnnoticed);
        changes.replace(declaration, new ServiceEntry(file.yaml()).with(plan));
        changes.make();
        return new Added(folder, files.size(),
                Stream.concat(Stream.of(declaration), poms.sequencedKeySet().stream()).toList(), plan.port(),
                plan.timeout(),
                plan.calls().stream().map(call -> call.service().name() + " " + call.path()).toList());
    }
}
