// SPDX-License-Identifier: Apache-2.0
package com.example.shop.orders;

import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;

interface OrderRepository extends JpaRepository<PurchaseOrder, Long> {

    List<PurchaseOrder> findTop20ByOrderByIdDesc();
}
