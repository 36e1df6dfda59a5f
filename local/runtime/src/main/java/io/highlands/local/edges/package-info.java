// SPDX-License-Identifier: Apache-2.0
/**
 * The edge view's arithmetic: what mesh, caller and spans say of the calls from one service to another, and what of it can be
 * claimed. Pure: it reads nothing by itself.
 */
package io.highlands.local.edges;
