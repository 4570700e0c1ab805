/** A short session with moments of several kinds, as pasted text with labels. Written for these tests. */
export const SHORT_SESSION = `Coach: Hi Priya, it's good to see you. What would you like to make of our time today?
Client: Um, I keep thinking about the conversation with Marcus. I've been putting it off for three weeks now and I feel terrible about it.
Coach: It sounds like that has been weighing heavily on you.
Client: Yeah. I'm honestly scared of how he'll react. I lie awake going over it.
Coach: What is it about his reaction that scares you the most?
Client: That he'll think I'm a fraud. That everybody will see I can't do this job.
Coach: On the one hand you want to be the manager who is straight with people, and on the other hand you're afraid that being straight will cost you their respect.
Client: Yes. That's exactly it. I hadn't put those two together before. I realise I'm protecting myself, not him.
Coach: You could just send him an email. You should write down three bullet points and tell him on Monday.
Client: Maybe. I don't know, I mean, an email feels like hiding again.
Coach: What would not hiding look like for you?
Client: I'd ask him for half an hour, in person, and I'd start with what I appreciate about his work.
Coach: What's one specific thing you will do this week?
Client: I'll book half an hour with Marcus tomorrow morning, and I will talk to him by Thursday.
Coach: So you'll book the time tomorrow and talk to him by Thursday. How confident are you on a scale from one to ten?
Client: An eight. I feel relieved, actually.
Coach: It's your choice how you open it. I look forward to hearing how it goes.
Client: Thank you. This helped a lot.`;
