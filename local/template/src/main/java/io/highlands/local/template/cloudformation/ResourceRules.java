// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

import io.highlands.local.template.TemplateException;

/** What AWS checks of every resource, also of those that are not run here. */
final class ResourceRules {

    private static final Pattern LOGICAL_ID = Pattern.compile("[A-Za-z0-9]{1,255}");

    private static final Set<String> BLOCKS = Set.of("CidrBlock", "CidrIp", "DestinationCidrBlock");

    private static final Set<String> BLOCKS_6 = Set.of("CidrIpv6", "Ipv6CidrBlock", "DestinationIpv6CidrBlock");

    private static final Pattern IPV4 = Pattern.compile(
            "(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)/(\\d{1,2})");

    /** Types whose blocks are those of a network: /16 to /28. */
    private static final Set<String> NETWORKS = Set.of("AWS::EC2::VPC", "AWS::EC2::Subnet");

    private static final Pattern PARAMETER = Pattern.compile("[A-Za-z0-9_.\\-/]{1,1011}");

    private static final int MAX_LEVELS = 15;

    private ResourceRules() {
    }

    static void check(Resource resource, Evaluator evaluator) {
        String id = resource.source().logicalId();
        if (!LOGICAL_ID.matcher(id).matches()) {
            throw resource.source().error("",
                    "Resource name " + id + " is non alphanumeric; allowed: letters and digits");
        }
        ResourceSchemas.check(resource);
        blocks(resource, resource.properties(), "");
        if (resource.type().equals("AWS::SSM::Parameter") && resource.properties().has("Name")) {
            parameter(resource, evaluator);
        }
    }

    private static void blocks(Resource resource, JsonNode node, String path) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                blocks(resource, node.get(i), path + "[" + i + "]");
            }
        }
        node.properties().forEach(member -> {
            String here = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
            if (member.getValue().isString()) {
                block(resource, here, member.getKey(), member.getValue().stringValue());
            } else {
                blocks(resource, member.getValue(), here);
            }
        });
    }

    private static void block(Resource resource, String path, String name, String block) {
        boolean wrong = BLOCKS.contains(name) && !isBlock(block, NETWORKS.contains(resource.type()))
                || BLOCKS_6.contains(name) && !isBlock6(block);
        if (wrong) {
            throw resource.source().error(path, "CIDR block '" + block + "' is malformed; allowed: such as "
                    + (BLOCKS.contains(name) ? "10.0.0.0/16" : "2001:db8::/32"));
        }
    }

    private static boolean isBlock(String block, boolean network) {
        Matcher matcher = IPV4.matcher(block);
        int prefix = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 99;
        return network ? prefix >= 16 && prefix <= 28 : prefix <= 32;
    }

    private static boolean isBlock6(String block) {
        int slash = block.indexOf('/');
        if (slash < 0 || !block.substring(slash + 1).matches("\\d{1,3}")
                || Integer.parseInt(block.substring(slash + 1)) > 128) {
            return false;
        }
        try {
            return InetAddress.ofLiteral(block.substring(0, slash)) instanceof Inet6Address;
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    /**
     * Checks a parameter's name where it is known here.
     *
     * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html">PutParameter, Name</a>
     */
    private static void parameter(Resource resource, Evaluator evaluator) {
        String name;
        try {
            name = evaluator.ref(resource);
        } catch (TemplateException notKnownHere) {
            return;
        }
        long levels = name.chars().filter(c -> c == '/').count();
        String first = name.startsWith("/") ? name.substring(1) : name;
        if (!PARAMETER.matcher(name).matches() || levels > 0 && !name.startsWith("/") || levels > MAX_LEVELS
                || name.contains("//") || first.regionMatches(true, 0, "aws", 0, 3)
                || first.regionMatches(true, 0, "ssm", 0, 3)) {
            throw resource.source().error("Name", "'" + name + "' is no name of a parameter; allowed: letters, digits "
                    + "and . - _, in at most " + MAX_LEVELS + " levels that begin with /, and not aws or ssm first");
        }
    }
}
