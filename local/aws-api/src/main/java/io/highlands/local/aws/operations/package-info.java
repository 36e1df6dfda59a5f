// SPDX-License-Identifier: Apache-2.0
/** What the operations of AWS's APIs do here: each takes a tree and gives a tree, and knows no protocol. */
package io.highlands.local.aws.operations;
