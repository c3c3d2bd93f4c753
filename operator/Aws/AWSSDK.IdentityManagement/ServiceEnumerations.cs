using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Amazon.Runtime;
using DirectRoute.Aws.Protocol.Shapes;

namespace Amazon.IdentityManagement;

[JsonConverter(typeof(Converter))]
public class PermissionsBoundaryAttachmentType(string value) : ConstantClass(value)
{
    public static readonly PermissionsBoundaryAttachmentType PermissionsBoundaryPolicy = new("PermissionsBoundaryPolicy");

    public static PermissionsBoundaryAttachmentType FindValue(string value) => FindValue<PermissionsBoundaryAttachmentType>(value);

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator PermissionsBoundaryAttachmentType?(string? value) => value is null ? null : FindValue(value);

    internal sealed class Converter() : ConstantConverter<PermissionsBoundaryAttachmentType>(FindValue);
}
