#!/usr/bin/env bash
# Sends a run's packs through a real mail server and looks into the mailboxes: postfix.sh PROGRAM
#
# The server is a Postfix of its own (folders, port, mailboxes in a scratch folder; the machine's own
# is left alone): STARTTLS with certificates of certificates.sh, AUTH through Cyrus SASL only after
# TLS, nothing taken from anybody who did not log in. What must have arrived: postfix_check.py.
set -euo pipefail
program=$(realpath "${1:?postfix.sh PROGRAM}")
here=$(dirname "$(realpath "$0")")
if (( EUID != 0 )); then exec sudo --preserve-env=BAOCAO_TEMPLATES "$0" "$program"; fi
PATH=$PATH:/usr/sbin
for tool in postfix saslpasswd2; do
  command -v "$tool" >/dev/null || { echo "$tool is missing: make test installs it." >&2; exit 1; }
done
folder=$(mktemp -d)
etc=$folder/etc

# Whatever happened, no process and no file stays; the log is shown where something failed.
finish() {
  local status=$?
  if ((status)) && [[ -s $folder/log ]]; then tail -n 40 "$folder/log" >&2; fi
  if [[ -e $etc/main.cf ]]; then
    postfix -c "$etc" stop >/dev/null 2>&1 || true
    for ((i = 0; i < 50; i++)); do
      postfix -c "$etc" status >/dev/null 2>&1 || break
      sleep 0.1
    done
    if postfix -c "$etc" status >/dev/null 2>&1; then postfix -c "$etc" abort || true; fi
  fi
  rm -rf "$folder"
  exit "$status"
}
trap finish EXIT
trap 'exit 130' INT TERM

# The mailboxes belong to nobody, who must reach them.
chmod 755 "$folder"
mkdir -p "$etc/sasl" "$folder"/{queue,data,boxes}
chown postfix "$folder/data"
chown nobody "$folder/boxes"
"$here/certificates.sh" "$folder/certificates"
cat "$folder/certificates/good."{key,pem} > "$folder/certificates/chain.pem"
port=$(/usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
password=$(openssl rand -base64 18)

# Debian's Postfix looks for this beside main.cf, whatever cyrus_sasl_config_path says.
cat > "$etc/sasl/smtpd.conf" <<CONF
pwcheck_method: auxprop
auxprop_plugin: sasldb
sasldb_path: $folder/sasldb
mech_list: PLAIN LOGIN
CONF
saslpasswd2 -p -c -f "$folder/sasldb" -u tra-vinh.test bao-cao <<< "$password"
chown postfix "$folder/sasldb"

# A box for everybody whom postfix_check.py writes to, and no other.
for owner in tong-hop luu ld{1,2}-{84,842,844,845,846,847,848,849,850,851}; do
  echo "$owner@tra-vinh.test $owner/"
done > "$etc/boxes"
cat > "$etc/main.cf" <<CONF
compatibility_level = 3.6
queue_directory = $folder/queue
data_directory = $folder/data
maillog_file = $folder/log
maillog_file_prefixes = $folder
myhostname = mail.tra-vinh.test
mydestination =
mynetworks =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
alias_maps =
alias_database =
local_recipient_maps =
virtual_mailbox_domains = tra-vinh.test
virtual_mailbox_base = $folder/boxes
virtual_mailbox_maps = texthash:$etc/boxes
virtual_uid_maps = static:$(id -u nobody)
virtual_gid_maps = static:$(id -g nobody)
virtual_minimum_uid = 1
smtpd_tls_chain_files = $folder/certificates/chain.pem
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_tls_received_header = yes
smtpd_sasl_auth_enable = yes
smtpd_sasl_authenticated_header = yes
smtpd_sasl_path = smtpd
cyrus_sasl_config_path = $etc/sasl
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions = permit_sasl_authenticated, reject
smtpd_peername_lookup = no
default_transport = error:nothing leaves this server
CONF
cat > "$etc/master.cf" <<CONF
127.0.0.1:$port inet n - n - - smtpd
pickup    unix n - n 60 1 pickup
cleanup   unix n - n -  0 cleanup
qmgr      unix n - n 300 1 qmgr
tlsmgr    unix - - n 1000? 1 tlsmgr
rewrite   unix - - n -  - trivial-rewrite
bounce    unix - - n -  0 bounce
defer     unix - - n -  0 bounce
trace     unix - - n -  0 bounce
verify    unix - - n -  1 verify
flush     unix n - n 1000? 0 flush
proxymap  unix - - n -  - proxymap
smtp      unix - - n -  - smtp
error     unix - - n -  - error
retry     unix - - n -  - error
discard   unix - - n -  - discard
local     unix - n n -  - local
virtual   unix - n n -  - virtual
anvil     unix - - n -  1 anvil
scache    unix - - n -  1 scache
postlog   unix-dgram n - n - 1 postlogd
CONF
timeout 30 postfix -c "$etc" start 2>/dev/null || { echo "Postfix does not start" >&2; exit 1; }
BAOCAO_MAIL_PASSWORD=$password timeout 300 /usr/bin/python3 "$here/postfix_check.py" "$program" \
  --port "$port" --certificates "$folder/certificates" --boxes "$folder/boxes"
