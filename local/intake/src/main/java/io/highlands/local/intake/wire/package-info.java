// SPDX-License-Identifier: Apache-2.0
/**
 * The bytes of what is taken in: protobuf and msgpack are read where they lie, JSON is first turned into one of the two.
 * Nothing is believed that the bytes do not bear out: a length beyond the end, a depth, a type.
 */
package io.highlands.local.intake.wire;
