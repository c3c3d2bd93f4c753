using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Catalogue;

/// <summary>AWS KMS; nobody has published an integration of it.</summary>
internal static class KmsActions
{
    private static readonly ResourceEntry Key = new("kms", "key", "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab", "key/(?<name>(mrk-)?[0-9a-f-]{1,64})")
    {
        CrossAccountAdvice = "The key's own policy must allow {action} to the route's role.",
    };

    private static readonly TextShape Algorithm = TextShape.OneOf("SYMMETRIC_DEFAULT", "RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256", "SM2PKE");
    private static readonly MapShape Context = new(new TextShape(), 100);
    private static readonly ParameterEntry EncryptionContext = new("EncryptionContext", Context);
    private static readonly ParameterEntry EncryptionAlgorithm = new("EncryptionAlgorithm", Algorithm);

    public static readonly ValueList<ActionEntry> All =
    [
        Entry("Encrypt", [new("Plaintext", new BytesShape(), Required: true), EncryptionContext, EncryptionAlgorithm], """{"Plaintext": "$request.body.text"}""") with
        {
            Responses = [new() { Status = 200, Body = """{"ciphertext": "$response.body.CiphertextBlob"}""" }],
        },
        Entry("Decrypt", [new("CiphertextBlob", new TextShape(TextKind.Base64), Required: true), EncryptionContext, EncryptionAlgorithm],
            """{"CiphertextBlob": "$request.body.ciphertext"}""") with
        {
            Responses = [new() { Status = 200, Body = """{"plaintext": "$response.body.Plaintext"}""" }],
        },
        Entry("GenerateDataKey", [new("KeySpec", TextShape.OneOf("AES_256", "AES_128")), new("NumberOfBytes", new IntegerShape(1, 1024)), EncryptionContext],
            """{"KeySpec": "AES_256"}"""),
    ];

    private static ActionEntry Entry(string name, ValueList<ParameterEntry> parameters, string example) => new()
    {
        Action = $"kms:{name}",
        Resource = Key,
        Given = ValueMap.Of(("KeyId", "{arn}")),
        Parameters = parameters,
        Rest = RestCall.Json(RestProtocol.Json11, "kms", "TrentService", name),
        Experimental = true,
        Example = example,
    };
}
