#!/usr/bin/env bash
# Makes the certificates of a mail server that is tested: certificates.sh FOLDER
# NAME.pem with NAME.key, all but the last signed by ca.pem:
#   good       localhost, 127.0.0.1 and mail.tra-vinh.test
#   expired    the same names; ended in 2020
#   other      mail.vinh-long.test only
#   stranger   the names of good, signed by an authority that nobody knows
set -euo pipefail
folder=${1:?certificates.sh FOLDER}
mkdir -p "$folder"
cd "$folder"

cat > openssl.cnf <<'CONFIG'
[req]
distinguished_name = name
[name]
[authority]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[ca]
default_ca = issue
[issue]
new_certs_dir = .
database = issued.txt
rand_serial = yes
default_md = sha256
policy = any
unique_subject = no
copy_extensions = none
[any]
commonName = supplied
[names]
subjectAltName = DNS:localhost, DNS:mail.tra-vinh.test, IP:127.0.0.1
extendedKeyUsage = serverAuth
[other-names]
subjectAltName = DNS:mail.vinh-long.test
extendedKeyUsage = serverAuth
CONFIG
: > issued.txt

# Makes a key and an authority of its own: authority NAME.
authority() {
  openssl req -new -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 \
    -config openssl.cnf -extensions authority -subj "/CN=$1" -keyout "$1.key" -out "$1.pem"
}

# Makes a key and a certificate: leaf NAME AUTHORITY EXTENSIONS [START END].
leaf() {
  local start=${4:-20200101000000Z} end=${5:-20491231000000Z}
  openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -config openssl.cnf \
    -subj "/CN=$1" -keyout "$1.key" -out "$1.csr"
  openssl ca -batch -notext -config openssl.cnf -extensions "$3" -cert "$2.pem" -keyfile "$2.key" \
    -startdate "$start" -enddate "$end" -in "$1.csr" -out "$1.pem"
}

{
  authority ca
  authority unknown-ca
  leaf good ca names
  leaf expired ca names 20200101000000Z 20200201000000Z
  leaf other ca other-names
  leaf stranger unknown-ca names
} > log 2>&1 || { cat log >&2; exit 1; }
rm -f ./*.csr issued.txt* log [0-9A-F]*.pem
