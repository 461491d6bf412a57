// Printed by the server: npm run server-options -- galera. Do not edit.
import type { OptionTable } from '../option-table.js';

export const galera26_4: OptionTable = {
  version: '26.4',
  server: 'libgalera_smm.so 26.4.23',
  asked: '2026-11-21',
  rows: `\
base_dir
base_host
base_port
cert.log_conflicts||no
cert.optimistic_pa||yes
debug||no
evs.auto_evict||0
evs.causal_keepalive_period||PT1S
evs.debug_log_mask||0x1
evs.delay_margin||PT1S
evs.delayed_keep_period||PT30S
evs.inactive_check_period||PT0.5S
evs.inactive_timeout||PT15S
evs.info_log_mask||0
evs.install_timeout||PT7.5S
evs.join_retrans_period||PT1S
evs.keepalive_period||PT1S
evs.max_install_timeouts||3
evs.send_window||4
evs.stats_report_period||PT1M
evs.suspect_timeout||PT5S
evs.use_aggregate||true
evs.user_send_window||2
evs.version||1
evs.view_forget_timeout||P1D
gcache.dir
gcache.keep_pages_size||0
gcache.mem_size||0
gcache.name||galera.cache
gcache.page_size||128M
gcache.recover||yes
gcache.size||128M
gcomm.thread_prio
gcs.fc_debug||0
gcs.fc_factor||1.0
gcs.fc_limit||16
gcs.fc_master_slave||no
gcs.fc_single_primary||no
gcs.max_packet_size||64500
gcs.max_throttle||0.25
gcs.recv_q_hard_limit||9223372036854775807
gcs.recv_q_soft_limit||0.25
gcs.sync_donor||no
gmcast.listen_addr
gmcast.mcast_addr
gmcast.mcast_ttl||1
gmcast.peer_timeout||PT3S
gmcast.segment||0
gmcast.time_wait||PT5S
gmcast.version||0
ist.recv_addr
pc.announce_timeout||PT3S
pc.checksum||false
pc.ignore_quorum||false
pc.ignore_sb||false
pc.linger||PT20S
pc.npvo||false
pc.recovery||true
pc.version||0
pc.wait_prim||true
pc.wait_prim_timeout||PT30S
pc.weight||1
protonet.backend||asio
protonet.version||0
repl.causal_read_timeout||PT30S
repl.commit_order||3
repl.key_format||FLAT8
repl.max_ws_size||2147483647
repl.proto_max||11
socket.checksum||2
socket.recv_buf_size||auto
socket.send_buf_size||auto
`,
};
