using System.Collections;
using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using DirectRoute.Aws.Protocol.Shapes;

namespace DirectRoute.Aws.Protocol.Query;

/// <summary>Writes a request as a form: <c>Tags.member.1.Key=team</c>.</summary>
internal sealed class QueryMarshaller(string service, string version, string action, Func<JsonTypeInfo> shape)
    : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    private readonly Lazy<JsonTypeInfo> shape = new(shape);

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, service) { HttpMethod = "POST", ResourcePath = "/" };
        request.Parameters["Action"] = action;
        request.Parameters["Version"] = version;
        WriteMembers(request.Parameters, string.Empty, input, shape.Value);
        return request;
    }

    private static void WriteMembers(IDictionary<string, string> form, string prefix, object value, JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
            if (member.Get!(value) is { } part && Shape.IsSet(part))
                Write(form, prefix + member.Name, part, type.Options.GetTypeInfo(member.PropertyType));
    }

    private static void Write(IDictionary<string, string> form, string name, object value, JsonTypeInfo type)
    {
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object:
                WriteMembers(form, name + ".", value, type);
                break;
            case JsonTypeInfoKind.Enumerable:
                WriteList(form, name, (IList)value, type.Options.GetTypeInfo(type.ElementType!));
                break;
            default:
                form[name] = WireText.Of(value);
                break;
        }
    }

    private static void WriteList(IDictionary<string, string> form, string name, IList list, JsonTypeInfo element)
    {
        if (list.Count == 0) form[name] = string.Empty;
        for (var i = 0; i < list.Count; i++)
            if (list[i] is { } item)
                Write(form, string.Create(CultureInfo.InvariantCulture, $"{name}.member.{i + 1}"), item, element);
    }
}
