-- A sysbench program: transactions of a few kilobytes, as fast as they go. Needs lot1 to lot3 (load.mjs).
sysbench.cmdline.options = {
  rows = { "rows of each table", 40000 },
}

function thread_init()
  con = sysbench.sql.driver():connect()
end

function thread_done()
  con:disconnect()
end

function event()
  local lot = "lot" .. sysbench.rand.uniform(1, 3)
  local first = sysbench.rand.uniform(1, sysbench.opt.rows - 10)
  con:query("UPDATE " .. lot .. " SET amount = amount + 1, remark = REVERSE(remark) WHERE id BETWEEN " .. first .. " AND " .. first + 9)
end
