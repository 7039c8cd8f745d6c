// The container of a seal has one written form: only certificate and signature vary. They are
// taken out, the container is built again from them, and the two must be the same byte for byte.

const OID = {
  signedData: fromHex("06092a864886f70d010702"),
  data: fromHex("06092a864886f70d010701"),
  contentType: fromHex("06092a864886f70d010903"),
  messageDigest: fromHex("06092a864886f70d010904"),
  signingCertificate: fromHex("060b2a864886f70d010910022f"),
  sha256: fromHex("0609608648016503040201"),
  ecdsaSha256: fromHex("06082a8648ce3d040302"),
};
const VERSION_1 = fromHex("020101");
const NULL = fromHex("0500");

function partsOfCertificate(der) {
  const fields = readChildren(inner(der, 0).inside);
  // An explicit version stands before the serial number from version 3 on.
  const first = fields[0].tag === 0xa0 ? 1 : 0;
  return {
    serial: fields[first].whole,
    issuer: fields[first + 2].whole,
    publicKey: fields[first + 5].whole,
  };
}

async function signedAttributes(certificate, digest) {
  const named = tlv(0x04, await sha256(certificate));
  const signing = tlv(0x30, tlv(0x30, tlv(0x30, named)));
  const attributes = [
    tlv(0x30, OID.contentType, tlv(0x31, OID.data)),
    tlv(0x30, OID.messageDigest, tlv(0x31, tlv(0x04, digest))),
    tlv(0x30, OID.signingCertificate, tlv(0x31, signing)),
  ];
  return joined(...attributes.sort(byBytes));
}

function byBytes(one, other) {
  return toHex(one) < toHex(other) ? -1 : 1;
}

async function buildContainer(certificate, digest, signature) {
  const parts = partsOfCertificate(certificate);
  const hash = tlv(0x30, OID.sha256, NULL);
  const signer = tlv(
    0x30,
    VERSION_1,
    tlv(0x30, parts.issuer, parts.serial),
    hash,
    tlv(0xa0, await signedAttributes(certificate, digest)),
    tlv(0x30, OID.ecdsaSha256),
    tlv(0x04, signature),
  );
  const signed = tlv(
    0x30,
    VERSION_1,
    tlv(0x31, hash),
    tlv(0x30, OID.data),
    tlv(0xa0, certificate),
    tlv(0x31, signer),
  );
  return tlv(0x30, OID.signedData, tlv(0xa0, signed));
}

// Certificate and signature of the container of a document with this digest; throws otherwise.
async function takeApart(container, digest) {
  const signed = inner(container, 1, 0);
  const fields = readChildren(signed.inside);
  const certificate = readElement(fields[3].inside).whole;
  const signature = readChildren(readElement(fields[4].inside).inside)[5].inside;
  const again = await buildContainer(certificate, digest, signature);
  if (!sameBytes(again, container)) throw new Error("form");
  return { certificate, signature };
}
