using System.Text;
using DirectRoute.Core.Gateway;
using DirectRoute.Local.Services;

namespace DirectRoute.Local.Tests.Services;

/// <summary>XML of emulators as the JSON in which AWS answers the query protocol: SNS's and SQS's references show both forms.</summary>
public sealed class QueryAnswerTests
{
    [Theory]
    [InlineData(
        """<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>m-1</MessageId></PublishResult></PublishResponse>""",
        """{"PublishResponse":{"PublishResult":{"MessageId":"m-1"}}}""")]
    [InlineData(
        """<ListTopicsResponse><ListTopicsResult><Topics><member><TopicArn>a</TopicArn></member></Topics><NextToken/></ListTopicsResult></ListTopicsResponse>""",
        """{"ListTopicsResponse":{"ListTopicsResult":{"Topics":[{"TopicArn":"a"}],"NextToken":null}}}""")]
    [InlineData(
        """<AResponse><AResult><Attributes><entry><key>Owner</key><value>1</value></entry><entry><key>Policy</key><value>2</value></entry></Attributes></AResult></AResponse>""",
        """{"AResponse":{"AResult":{"Attributes":{"Owner":"1","Policy":"2"}}}}""")]
    [InlineData(
        """<ReceiveMessageResponse><ReceiveMessageResult><Message><Body>b</Body></Message></ReceiveMessageResult></ReceiveMessageResponse>""",
        """{"ReceiveMessageResponse":{"ReceiveMessageResult":{"messages":[{"Body":"b"}]}}}""")]
    [InlineData(
        """<ListQueuesResponse><ListQueuesResult><QueueUrl>a</QueueUrl><QueueUrl>b</QueueUrl></ListQueuesResult></ListQueuesResponse>""",
        """{"ListQueuesResponse":{"ListQueuesResult":{"QueueUrl":["a","b"]}}}""")]
    [InlineData(
        """<ErrorResponse><Error><Type>Sender</Type><Code>NotFound</Code><Message>no</Message></Error><RequestId>r</RequestId></ErrorResponse>""",
        """{"Error":{"Type":"Sender","Code":"NotFound","Message":"no"},"RequestId":"r"}""")]
    public void AsAws_XmlOfTheQueryProtocol_IsAwsJson(string xml, string expected)
    {
        var answer = QueryAnswer.AsAws("sns", "application/json", Answer(xml));

        Assert.Equal(expected, Text(answer));
        Assert.Equal("application/json", answer.Headers.Last("Content-Type"));
    }

    [Theory]
    [InlineData("s3", "application/json", "<ListBucketResponse/>")]
    [InlineData("sns", "text/xml", "<PublishResponse/>")]
    [InlineData("sns", null, "<PublishResponse/>")]
    [InlineData("sns", "application/json", "<PublishResponse>")]
    [InlineData("sns", "application/json", "<html></html>")]
    [InlineData("sns", "application/json", "{\"a\": 1}")]
    [InlineData("sns", "application/json", "")]
    [InlineData("sns", "application/json", "<!DOCTYPE a [<!ENTITY b \"c\">]><AResponse>&b;</AResponse>")]
    public void AsAws_Other_StaysAsItIs(string service, string? accepted, string body) =>
        Assert.Equal(body, Text(QueryAnswer.AsAws(service, accepted, Answer(body))));

    [Fact]
    public void AsAws_VeryDeep_StaysAsItIs()
    {
        var body = $"<AResponse>{string.Concat(Enumerable.Repeat("<a>", 10_000))}{string.Concat(Enumerable.Repeat("</a>", 10_000))}</AResponse>";

        Assert.Equal(body, Text(QueryAnswer.AsAws("sns", "application/json", Answer(body))));
    }

    private static BackendResponse Answer(string body) =>
        new() { StatusCode = 200, Headers = NamedValues.Headers(("Content-Type", "text/xml")), Body = Encoding.UTF8.GetBytes(body) };

    private static string Text(BackendResponse answer) => Encoding.UTF8.GetString(answer.Body.Span);
}
