-- A sysbench program: every thread is a session that asks for as much memory as sessions can. Needs lot1 to lot3 (load.mjs).
sysbench.cmdline.options = {
  rows = { "rows of each table", 40000 },
  kind = { "kind of statement", "mix" },
}

local kinds = {}
local turns = { "sorted", "grouped", "derived", "windows", "numbers", "packets", "prepared", "changes", "heaps" }

local function lot(shift)
  return "lot" .. ((round + sysbench.tid + (shift or 0)) % 3 + 1)
end

-- Wide rows through the sort buffer and its merge files.
function kinds.sorted()
  con:query("SELECT label, remark, owner, amount FROM " .. lot() .. " ORDER BY remark DESC, label, amount LIMIT 25000, 2")
  con:query("SELECT COUNT(*) FROM (SELECT label FROM " .. lot(1) .. " ORDER BY REVERSE(label) LIMIT 30000) AS ordered")
end

-- Groups with long texts, few and many of them.
function kinds.grouped()
  con:query("SELECT owner, GROUP_CONCAT(label ORDER BY remark SEPARATOR '/') AS labels, COUNT(DISTINCT remark) FROM "
    .. lot() .. " GROUP BY owner ORDER BY labels DESC LIMIT 2")
  con:query("SELECT label, MIN(remark), MAX(amount), COUNT(DISTINCT owner), GROUP_CONCAT(remark) AS remarks FROM "
    .. lot(1) .. " GROUP BY label ORDER BY remarks LIMIT 2")
end

-- Several temporary tables of one statement at a time.
function kinds.derived()
  con:query("SELECT COUNT(*), MAX(g.top) FROM (SELECT label, remark FROM lot1 UNION SELECT remark, label FROM lot2"
    .. " UNION SELECT label, remark FROM lot3) AS u"
    .. " JOIN (SELECT DISTINCT label, remark FROM lot2) AS d ON d.label = u.label"
    .. " JOIN (SELECT label, MAX(remark) AS top FROM lot3 GROUP BY label) AS g ON g.label = u.remark")
end

function kinds.windows()
  con:query("SELECT MAX(place), SUM(total) FROM (SELECT ROW_NUMBER() OVER (PARTITION BY owner ORDER BY remark) AS place,"
    .. " SUM(amount) OVER (ORDER BY label, id) AS total, label FROM " .. lot() .. ") AS ranked WHERE label > 'm'")
  con:query("WITH RECURSIVE steps (n, text) AS (SELECT 1, CAST('' AS CHAR(400)) UNION ALL SELECT n + 1, REPEAT('s', 300)"
    .. " FROM steps WHERE n < 900) SELECT COUNT(DISTINCT n), MAX(text) FROM steps")
end

-- 40 000 numbers to parse, to order and to make ranges of, over one index and over two.
function kinds.numbers()
  local list = {}
  for index = 1, 40000 do list[index] = sysbench.rand.uniform(1, 999999) end
  if round % 2 == 0 then
    con:query("SELECT SUM(amount) FROM " .. lot() .. " WHERE id IN (" .. table.concat(list, ",") .. ")")
  else
    con:query("SELECT COUNT(*), MAX(label) FROM " .. lot() .. " WHERE owner IN (" .. table.concat(list, ",", 1, 20000)
      .. ") OR id IN (" .. table.concat(list, ",", 20001) .. ")")
  end
end

-- The same numbers twice: two range trees of one statement.
function kinds.both()
  local list = {}
  for index = 1, 20000 do list[index] = sysbench.rand.uniform(1, 50000) end
  local text = table.concat(list, ",")
  con:query("SELECT SUM(amount) FROM " .. lot() .. " WHERE owner IN (" .. text .. ") OR id IN (" .. text .. ")")
end

-- The largest packet in, the largest out, and both of half the size.
function kinds.packets()
  local room = packet - 4096
  con:query("SELECT LENGTH('" .. string.rep("i", room) .. "')")
  con:query("SELECT REPEAT('o', " .. room .. ")")
  local half = math.floor(room / 2)
  con:query("SELECT REVERSE(CONCAT('" .. string.rep("b", half) .. "', REPEAT('c', " .. half .. ")))")
end

-- Statements that stay prepared while the session lives.
function kinds.prepared()
  for index = 1, 24 do
    con:query("PREPARE kept" .. index .. " FROM 'SELECT a.label, b.remark, c.amount FROM lot1 a JOIN lot2 b USING (id)"
      .. " JOIN lot3 c USING (id) WHERE a.id BETWEEN ? AND ? AND b.owner <> " .. index .. " ORDER BY c.remark, a.label'")
    con:query("SET @low = " .. index * 100 .. ", @high = " .. (index * 100 + 3000))
    con:query("EXECUTE kept" .. index .. " USING @low, @high")
  end
end

-- Many locks and much undo, half of it for nothing.
function kinds.changes()
  local first = sysbench.rand.uniform(1, sysbench.opt.rows - 3000)
  con:query("BEGIN")
  con:query("UPDATE " .. lot() .. " SET amount = amount + 1, label = REVERSE(label) WHERE id BETWEEN "
    .. first .. " AND " .. (first + 1500))
  con:query(round % 2 == 0 and "COMMIT" or "ROLLBACK")
end

-- Tables in memory that somebody asked for by name.
function kinds.heaps()
  for index = 1, 2 do
    con:query("CREATE OR REPLACE TEMPORARY TABLE heap" .. index .. " (id INT, label CHAR(120)) ENGINE=MEMORY")
    con:query("INSERT IGNORE INTO heap" .. index .. " SELECT id, label FROM " .. lot(index) .. " LIMIT 20000")
  end
end

function kinds.mix()
  kinds[turns[(round + sysbench.tid) % #turns + 1]]()
end

function thread_init()
  con = sysbench.sql.driver():connect()
  round = 0
  packet = tonumber((con:query_row("SELECT @@max_allowed_packet")))
  -- Bounds how long a statement takes, not what it takes.
  con:query("SET SESSION max_statement_time = 6")
end

function thread_done()
  con:disconnect()
end

function event()
  round = round + 1
  kinds[sysbench.opt.kind]()
end
