// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The services that are known here, each read from AWS's model when it is first asked for: a model costs some
 * milliseconds, and most runs need one.
 */
public final class ServiceModels {

    private static final List<ServiceName> SERVICES = List.of(
            new ServiceName("monitoring", "GraniteServiceVersion20100801", "2010-08-01",
                    "http://monitoring.amazonaws.com/doc/2010-08-01/", "com.amazonaws.cloudwatch"),
            new ServiceName("logs", "Logs_20140328", "2014-03-28", "", ""),
            new ServiceName("sts", "", "2011-06-15", "https://sts.amazonaws.com/doc/2011-06-15/", ""),
            new ServiceName("ecs", "AmazonEC2ContainerServiceV20141113", "2014-11-13", "", ""),
            new ServiceName("elasticloadbalancing", "", "2015-12-01",
                    "http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/", ""),
            new ServiceName("servicediscovery", "Route53AutoNaming_v20170314", "2017-03-14", "", ""),
            new ServiceName("cloudformation", "", "2010-05-15",
                    "http://cloudformation.amazonaws.com/doc/2010-05-15/", ""),
            new ServiceName("ssm", "AmazonSSM", "2014-11-06", "", ""));

    private final Map<ServiceName, ServiceModel> read = new ConcurrentHashMap<>();

    /**
     * The service that a signature's scope names.
     *
     * @param signing such as {@code monitoring}
     * @return the service, if it is known here
     */
    public Optional<ServiceModel> signedFor(String signing) {
        return find(service -> service.signing().equals(signing));
    }

    /**
     * The service that a target or a CBOR path names.
     *
     * @param target such as {@code Logs_20140328}
     * @return the service, if it is known here
     */
    public Optional<ServiceModel> targeted(String target) {
        return find(service -> !target.isEmpty() && service.target().equals(target));
    }

    /**
     * The service that a Query request's version names.
     *
     * @param version such as {@code 2010-08-01}
     * @return the service, if it is known here and speaks Query
     */
    public Optional<ServiceModel> versioned(String version) {
        return find(service -> !service.namespace().isEmpty() && service.version().equals(version));
    }

    private Optional<ServiceModel> find(Predicate<ServiceName> wanted) {
        return SERVICES.stream().filter(wanted).findFirst()
                .map(service -> read.computeIfAbsent(service, ModelReader::read));
    }
}
